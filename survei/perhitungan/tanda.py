"""Marks that follow from how a form came in; the moment itself is never stored."""

# Nine questions take longer to read than this (domain rule of the survey, not of the regulation).
DETIK_PALING_CEPAT = 20
SOAL_ACUAN = 9


def terlalu_cepat(detik: int | None, banyak_soal: int) -> bool:
    """Whether a form was filled in faster than it can be read: under 20 s for nine questions, in proportion for others.

    ``detik`` is None where the moment of opening is not known; then nothing is said.
    """
    return detik is not None and detik * SOAL_ACUAN < DETIK_PALING_CEPAT * banyak_soal
