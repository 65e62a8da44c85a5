"""Who may do what in the forum; the sets of what one sees are query sets."""
