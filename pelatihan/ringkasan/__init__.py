"""What other apps may read of training: dataclasses, no rows."""
