"""Forms of the copy to e-Kinerja."""

from __future__ import annotations

from django import forms

from kinerja.enums.salinan import LABEL_BAGIAN_SALINAN, BagianSalinan


class TandaiForm(forms.Form):
    """Which part was copied, and the digest of what the page showed."""

    bagian = forms.TypedChoiceField(
        choices=[(b.value, label) for b, label in LABEL_BAGIAN_SALINAN.items()], coerce=BagianSalinan
    )
    sidik = forms.RegexField(r"^[0-9a-f]{64}$")
