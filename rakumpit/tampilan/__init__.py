"""The look: components for templates, charts, and the page that shows them all."""
