"""Forms of the survey; import from the file of the topic."""
