"""What a browser calls itself, in words that its owner recognises."""

from __future__ import annotations

# The first name that occurs wins: Edge and Samsung's browser also say "Chrome", Chrome also says "Safari".
_PERAMBAN = (
    ("Edg", "Edge"),
    ("SamsungBrowser/", "Peramban Samsung"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("CriOS/", "Chrome"),
    ("Safari/", "Safari"),
)
_SISTEM = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)
_PANJANG = 80


def nama_peramban(user_agent: str) -> str:
    """ "Chrome di Android"; what is not recognised stays as it calls itself, cut to 80 signs."""
    peramban = next((nama for tanda, nama in _PERAMBAN if tanda in user_agent), "")
    sistem = next((nama for tanda, nama in _SISTEM if tanda in user_agent), "")
    if peramban and sistem:
        return f"{peramban} di {sistem}"
    return peramban or sistem or user_agent[:_PANJANG] or "Perangkat tidak dikenal"
