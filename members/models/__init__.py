from members.models.mail import Mail, Suppression
from members.models.member import Member, MemberSpecialty, Visibility
from members.models.specialty import Family, Specialty
from members.models.suggestion import TooManySuggestions, TradeSuggestion
from members.models.wishes import Following, MailChoice, Topic

__all__ = [
    "Family",
    "Following",
    "Mail",
    "MailChoice",
    "Member",
    "MemberSpecialty",
    "Specialty",
    "Suppression",
    "TooManySuggestions",
    "Topic",
    "TradeSuggestion",
    "Visibility",
]
