"""Form of feedback."""

from __future__ import annotations

from typing import Any

from django import forms

from pelatihan.enums.kehadiran import LABEL_BUTIR_UMPAN_BALIK, LABEL_NILAI_UMPAN_BALIK
from pelatihan.proses.umpan_balik import SARAN_MAKS


class UmpanBalikForm(forms.Form):
    """Ten statements from 1 to 4, and words if one likes."""

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        for butir, kalimat in LABEL_BUTIR_UMPAN_BALIK.items():
            self.fields[butir.value] = forms.TypedChoiceField(
                label=kalimat,
                choices=list(LABEL_NILAI_UMPAN_BALIK.items()),
                coerce=int,
                widget=forms.RadioSelect,
                error_messages={"required": "Pilih satu nilai.", "invalid_choice": "Pilih salah satu nilai."},
            )
        self.fields["saran"] = forms.CharField(
            label="Yang paling berguna, dan yang perlu diperbaiki",
            required=False,
            max_length=SARAN_MAKS,
            help_text="Jangan menulis nama. Tulisan ini dibaca panitia dan narasumber.",
            widget=forms.Textarea(attrs={"rows": 4}),
        )

    def nilai(self) -> dict[str, int]:
        """Statement → 1 to 4."""
        return {butir.value: self.cleaned_data[butir.value] for butir in LABEL_BUTIR_UMPAN_BALIK}
