"""What an edition asks of whoever comes: up to three short questions, for its organizers alone to read."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.rsvp import Rsvp

QUESTIONS_AT_MOST = 3
QUESTION_AT_MOST = 150
ANSWER_AT_MOST = 300
ANSWERS_KEPT_FOR = datetime.timedelta(days=30)  # after the evening


class AnswersMissing(Exception):
    """Somebody would come without an answer to a question that needs one."""


class Questions(models.Model):
    """The part of an edition that asks. `questions` are rows of `words` and `is_required`.

    Answers stand on the RSVP, each with the words that it answers: another question leaves them what they were.
    """

    questions = models.JSONField(_("questions to whoever comes"), default=list, blank=True)

    answers_kept_days = ANSWERS_KEPT_FOR.days

    class Meta:
        abstract = True

    @property
    def asks_first(self) -> bool:
        """Whether nobody comes without having answered something."""
        return any(question["is_required"] for question in self.questions)

    def unanswered(self, answer: Rsvp | None) -> list[str]:
        """The words of the questions that this RSVP has not answered."""
        known = dict(answer.answers) if answer else {}
        return [question["words"] for question in self.questions if question["words"] not in known]

    def _answers(self, rsvp: Rsvp | None, given: Mapping[str, str]) -> list[Any]:
        """What has been answered, and what is now; an empty answer takes one back. Words not asked now stay as kept."""
        asked = {question["words"] for question in self.questions}
        known = {**(dict(rsvp.answers) if rsvp else {}), **{words: given[words] for words in given if words in asked}}
        return [[words, text] for words, text in known.items() if text]

    def _must_answer(self, rsvp: Rsvp | None, given: Mapping[str, str]) -> None:
        answered = {words for words, _text in self._answers(rsvp, given)}
        if any(question["is_required"] and question["words"] not in answered for question in self.questions):
            raise AnswersMissing
