"""Who may do what in training; the sets of what one sees are query sets."""
