from members.models.mail import Mail, Suppression
from members.models.member import Member, MemberSpecialty, Visibility
from members.models.specialty import Family, Specialty

__all__ = ["Family", "Mail", "Member", "MemberSpecialty", "Specialty", "Suppression", "Visibility"]
