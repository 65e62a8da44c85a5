"""What other apps may read of the forum: dataclasses, no rows."""
