"""Pages of performance management. A view fetches or answers 404, fills a form, makes one call, and redirects."""
