"""What holds after any sequence of acts."""

import datetime

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from events.chores import keep_time
from events.models import Edition, RsvpClosed, Standing, TooManyGuests
from tests.factories import make_edition, make_member, make_series

PEOPLE = 7
START = datetime.datetime(2030, 5, 29, 17, 0, tzinfo=datetime.UTC)


class Line(RuleBasedStateMachine):
    """One edition, seven people, an organizer who lets people in and changes her mind, and the clock."""

    def __init__(self) -> None:
        super().__init__()
        self.outer = transaction.atomic()
        self.outer.__enter__()
        self.clock = time_machine.travel(START - datetime.timedelta(days=10), tick=False)
        self.traveller = self.clock.start()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.outer.__exit__(None, None, None)
        self.clock.stop()

    @initialize(capacity=st.integers(1, 5), standing=st.integers(0, 3), is_by_approval=st.booleans())
    def open(self, capacity: int, standing: int, is_by_approval: bool) -> None:
        series = make_series(guests_at_most=2)
        self.members = [make_member() for _ in range(PEOPLE)]
        for member in self.members[:standing]:
            Standing.objects.create(series=series, member=member)
        self.edition = make_edition(
            series, status="draft", capacity=capacity, starts_at=START, is_by_approval=is_by_approval
        )
        self.edition.publish()
        self.not_let_in = {member.pk for member in self.members[:standing]} if is_by_approval else set()
        self.are_let_in = False
        self.taken = Edition.objects.get(pk=self.edition.pk).places_taken
        self.before = self.snapshot()
        self.acted: set[int] = set()

    def snapshot(self) -> dict[int, tuple[str, int, int]]:
        """For each member: status, guests, and how many parties stand before them in the line."""
        rsvps = list(self.edition.rsvps.order_by("position"))
        waiting = [rsvp.member_id for rsvp in rsvps if rsvp.is_waiting]
        return {
            rsvp.member_id: (
                rsvp.status,
                rsvp.guests,
                waiting.index(rsvp.member_id) if rsvp.is_waiting else -1,
            )
            for rsvp in rsvps
        }

    @rule(who=st.integers(0, PEOPLE - 1), guests=st.integers(0, 2))
    def comes(self, who: int, guests: int) -> None:
        self.acted = {self.members[who].pk}
        is_new = self.before.get(self.members[who].pk, ("cancelled",))[0] == "cancelled"
        try:
            self.edition.rsvp(self.members[who], guests=guests)
        except (TooManyGuests, RsvpClosed):
            assert self.snapshot() == self.before
        else:
            if is_new:  # as the evening is now, whatever it was when they came before
                self.not_let_in.discard(self.members[who].pk)
            if is_new and self.edition.is_by_approval:
                self.not_let_in.add(self.members[who].pk)

    @rule(who=st.integers(0, PEOPLE - 1))
    def frees(self, who: int) -> None:
        self.acted = {self.members[who].pk}
        self.edition.cancel_rsvp(self.members[who])

    @rule(who=st.integers(0, PEOPLE - 1), is_welcome=st.booleans())
    def is_answered(self, who: int, is_welcome: bool) -> None:
        self.acted = {self.members[who].pk}
        rsvp = self.edition.rsvp_of(self.members[who])
        if rsvp and is_welcome:
            self.edition.approve(rsvp)
            self.are_let_in = True
            self.not_let_in.discard(self.members[who].pk)
        elif rsvp:
            self.edition.decline(rsvp)

    @rule(is_by_approval=st.booleans())
    def changes_approval(self, is_by_approval: bool) -> None:
        self.acted = set()
        self.edition.change(is_by_approval=is_by_approval)
        if not is_by_approval:
            self.are_let_in = True
            self.not_let_in = {pk for pk in self.not_let_in if self.before[pk][0] == "cancelled"}

    @rule(who=st.integers(0, PEOPLE - 1))
    def confirms(self, who: int) -> None:
        self.acted = {self.members[who].pk}
        self.edition.confirm(self.members[who])

    @rule(capacity=st.integers(1, 9))
    def changes_capacity(self, capacity: int) -> None:
        self.acted = set()
        self.edition.change(capacity=capacity)

    @rule(hours=st.sampled_from([1, 12, 24, 48]))
    def time_passes(self, hours: int) -> None:
        now = min(timezone.now() + datetime.timedelta(hours=hours), START - datetime.timedelta(hours=1))
        self.traveller.move_to(now, tick=False)
        silent = set(self.edition.rsvps.silent().filter(is_tentative=True).values_list("member_id", flat=True))
        keep_time(now)
        self.acted = silent

    @invariant()
    def nobody_loses_a_place_but_by_their_own_act_or_silence(self) -> None:
        if not hasattr(self, "edition"):
            return
        after = self.snapshot()
        for member, (status, guests, ahead) in self.before.items():
            if member in self.acted:
                continue
            if status == "going":
                assert after[member][:2] == ("going", guests)
            if status == "waiting":
                assert after[member][0] in {"going", "waiting"}
                if not self.are_let_in:  # by whom the line may grow: who asked earlier joined earlier
                    assert after[member][2] <= ahead
            if status == "asking":
                assert after[member][:2] == ("asking", guests) or self.are_let_in
        self.before, self.are_let_in = after, False

    @invariant()
    def nobody_has_a_place_or_waits_whom_the_organizers_have_not_let_in(self) -> None:
        if not hasattr(self, "edition"):
            return
        after = self.snapshot()
        assert {pk for pk in self.not_let_in if after[pk][0] not in {"asking", "cancelled"}} == set()
        assert {pk for pk, (status, *_more) in after.items() if status == "asking"} <= self.not_let_in

    @invariant()
    def never_more_people_than_places_but_where_capacity_was_lowered(self) -> None:
        if not hasattr(self, "edition"):
            return
        edition = Edition.objects.get(pk=self.edition.pk)
        assert edition.places_taken <= max(edition.capacity, self.taken)  # over it, only fewer
        self.taken = edition.places_taken

    @invariant()
    def no_free_place_beside_a_waiting_party_that_fits(self) -> None:
        if not hasattr(self, "edition"):
            return
        edition = Edition.objects.select_related("series").get(pk=self.edition.pk)
        fitting = [rsvp for rsvp in edition.rsvps.waiting() if rsvp.places <= edition.places_left]
        if edition.is_last_call:
            assert all(rsvp.is_offered for rsvp in fitting)
        else:
            assert fitting == []


@pytest.mark.django_db
def test_line_keeps_its_promises_after_any_sequence_of_acts():
    run_state_machine_as_test(
        Line,
        settings=settings(
            max_examples=50, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
