"""Pure arithmetic of training: no Django, no clock, no database."""
