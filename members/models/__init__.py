from members.models.consent import Consent, Purpose
from members.models.letter import Block, Letter, Report
from members.models.mail import Mail, Suppression
from members.models.member import Member
from members.models.photo import PhotoInSizes
from members.models.profile import Seniority, Situation
from members.models.specialty import Family, MemberSpecialty, Specialty
from members.models.suggestion import TooManySuggestions, TradeSuggestion
from members.models.visibility import Onlooker, Visibility
from members.models.wishes import Following, MailChoice, Topic
from members.models.word import Word

__all__ = [
    "Block",
    "Consent",
    "Family",
    "Following",
    "Letter",
    "Mail",
    "MailChoice",
    "Member",
    "MemberSpecialty",
    "Onlooker",
    "PhotoInSizes",
    "Purpose",
    "Report",
    "Seniority",
    "Situation",
    "Specialty",
    "Suppression",
    "TooManySuggestions",
    "Topic",
    "TradeSuggestion",
    "Visibility",
    "Word",
]
