"""What is kept about people, why, who sees it and until when: one row for each kind of data.

The spans are those that the program itself goes by. Law: the register of Article 30 and the notice of Articles 13 and
14 of the General Data Protection Regulation (EU 2016/679).
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from events.models.memory import PEOPLE_KEPT_FOR
from events.models.questions import ANSWERS_KEPT_FOR
from events.models.rsvp import DOOR_CLOSES_AFTER
from events.models.team import GOOD_FOR
from events.models.team import KEPT_FOR as INVITATIONS_KEPT_FOR
from members import idle
from members.limits import KNOWN_FOR
from members.models.letter import KEPT_FOR as LETTERS_KEPT_FOR
from members.models.mail import KEPT_FOR as MAILS_KEPT_FOR
from members.sessions import ENDS_AFTER
from venues.models.offer import CONTACT_KEPT_FOR


@dataclass(frozen=True)
class Kept:
    """One kind of data, in the reader's language."""

    name: str
    kept: str
    why: str
    seen_by: str
    until: str


def register() -> list[Kept]:
    """The whole register, in the language of the moment."""
    keepers = _("The organizers of the café, and whoever keeps the site.")
    return [
        Kept(
            _("Your account"),
            _("Your address, your name, your language, when you joined and last signed in, your passkeys and codes."),
            _("To know that it is you, and to write to you about your place. You asked for it by coming."),
            _("Nobody but whoever keeps the site; your name, whom you choose."),
            _(
                "Until you erase it. After %(warned)s days without a sign of you we ask, and %(days)s days later it is "
                "erased."
            )
            % {"warned": idle.WARNED_AFTER.days, "days": idle.TIME_TO_COME_BACK.days},
        ),
        Kept(
            _("Your profile"),
            _("What you tell of yourself: photo, trades, what you look for and can help with, links."),
            _("So that people find whom to meet. All of it is your choice."),
            _("Whom you choose, part by part; at first, people at the same café."),
            _("Until you change it or erase your account; a photo goes with all its copies."),
        ),
        Kept(
            _("Your places at cafés"),
            _("What you answered, who comes with you, what you told the organizers, whether you were there."),
            _("To keep your chair, to receive you, and to bake neither too much nor too little the next time."),
            _("The organizers, the host’s reception on the evening, and whom you let see that you come."),
            _(
                "%(days)s days after the evening: then numbers are all that stays, and when you first came. The "
                "reception’s list goes the day after."
            )
            % {"days": PEOPLE_KEPT_FOR.days},
        ),
        Kept(
            _("What we should know for an evening"),
            _("A need that you told the organizers; the name of somebody whom they added without an address."),
            _("To receive you well."),
            _("The organizers; of the name, the host’s reception too."),
            _("%(days)s days after the evening.") % {"days": DOOR_CLOSES_AFTER.days},
        ),
        Kept(
            _("Your answers to the questions of a café"),
            _("What you wrote where its organizers asked something, with the words of the question."),
            _("To prepare the evening. Few cafés ask, and you read the question before you come."),
            _("The organizers of the series."),
            _("%(days)s days after the evening.") % {"days": ANSWERS_KEPT_FOR.days},
        ),
        Kept(
            _("What you said yes to"),
            _("Being introduced, greeting newcomers, which trades and cafés you follow, each with its date."),
            _("Because you asked for it."),
            _("You; the other person, where you are introduced to each other."),
            _("Until you say no: it holds from that moment on."),
        ),
        Kept(
            _("What became of an evening"),
            _("Photos, with who noted that those on them agreed; what you say of an evening, and what you report."),
            _("So that a café has a memory. Whoever is on a photo takes it down at once, without an account."),
            _("Everybody, once an organizer has published it; your name beside your words, whom you choose."),
            _(
                "Photos until somebody on them or an organizer takes them away; your words until you delete them or "
                "your account; your name beside them %(days)s days after the evening."
            )
            % {"days": PEOPLE_KEPT_FOR.days},
        ),
        Kept(
            _("Letters between members"),
            _("The words that go through the site, whom you block, and what you report."),
            _("So that nobody has to show an address, and that nobody has to put up with anything."),
            _("The two of you; whoever keeps the site, where one of you reports a letter."),
            _("%(days)s days.") % {"days": LETTERS_KEPT_FOR.days},
        ),
        Kept(
            _("The mails we sent you"),
            _("Of what kind, when, and whether they arrived; the words go as soon as a mail has left."),
            _("So that no mail is lost, or sent twice."),
            keepers,
            _("%(days)s days.") % {"days": MAILS_KEPT_FOR.days},
        ),
        Kept(
            _("Hosts"),
            _("The place you offer, your name, address and phone number."),
            _("To agree on an evening at your place. You wrote to us for that."),
            keepers,
            _("The contact, %(days)s days after the last word about the offer; the place stays in the café’s memory.")
            % {"days": CONTACT_KEPT_FOR.days},
        ),
        Kept(
            _("Looking after a café"),
            _("Your role in its team, what you did at its desk, and the address to which an invitation was sent."),
            _("So that a team knows who did what, and can take it back."),
            _("The team of the café, and whoever keeps the site."),
            _(
                "Your role, until you leave the team; your name in the history, until you erase your account; an "
                "invited address, %(days)s days."
            )
            % {"days": (GOOD_FOR + INVITATIONS_KEPT_FOR).days},
        ),
        Kept(
            _("Visits"),
            _(
                "A cookie keeps you signed in, another protects forms, a third carries one sentence to the next page, "
                "a fourth tells that you have signed in here before, so that nobody can use up your codes; reading "
                "sets none. The server’s log has your network address where somebody signs in or tries too "
                "often, and no address of yours in words. Your own browser keeps the last cafés you looked at, to read "
                "them without a connection; what is yours alone among them, until you sign out."
            ),
            _("To keep others out of your account. The law asks for no banner for these, so there is none."),
            _("Whoever keeps the site."),
            _(
                "A session ends two weeks after it last changed and %(session)s days after the sign-in at the latest, "
                "the fourth cookie after %(days)s days; logs go by the rule of the machine they are on."
            )
            % {"session": ENDS_AFTER.days, "days": KNOWN_FOR.days},
        ),
        Kept(
            _("Backups"),
            _("All of this, as it was on the day of the backup."),
            _("So that an accident is not the end of the café."),
            _("Whoever keeps the site."),
            # Not a span of the program's: docs/operations.md tells whoever makes backups to keep to it.
            _("Thirty days as a rule: then they are deleted, and what you have erased with them."),
        ),
    ]
