"""Pure arithmetic of the forum: no Django, no clock, no database."""
