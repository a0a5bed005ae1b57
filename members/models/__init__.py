from members.models.mail import Mail
from members.models.member import Member, MemberSpecialty, Visibility
from members.models.specialty import Family, Specialty

__all__ = ["Family", "Mail", "Member", "MemberSpecialty", "Specialty", "Visibility"]
