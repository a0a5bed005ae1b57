"""Backup and restore: one checked file that holds the database, the photos and the secret key."""
