"""What the editor's form would say of an object, asked before an editor is."""

from django.core.exceptions import ValidationError

from .parts import Remark


def would_not_pass(obj):
    """Open questions for what the editor's form would refuse, a person's missing reading aside."""
    found = []
    try:
        obj.full_clean()
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            if (type(obj).__name__, name) in {("Person", "reading"), ("OrganisationPage", "reading")}:
                continue
            field = "" if name == "__all__" else str(obj._meta.get_field(name).verbose_name)
            found.append(Remark("would_not_pass", (), f"{field}: {' '.join(map(str, messages))}", asks=True))
    for field in obj._meta.get_fields():
        stream = getattr(field, "stream_block", None)
        if stream is None:
            continue
        for block in getattr(obj, field.name):
            try:
                block.block.clean(block.value)
            except ValidationError as error:
                found.append(
                    Remark(
                        "would_not_pass", (), f"{field.verbose_name}, {block.block.label}: {_reason(error)}", asks=True
                    )
                )
    return found


def _reason(error):
    """The sentences of a block's errors, however deep they stand."""
    inner = getattr(error, "block_errors", None)
    if isinstance(inner, dict):
        return " ".join(f"{name}: {_reason(each)}" for name, each in inner.items())
    if isinstance(inner, list):
        return " ".join(_reason(each) for each in inner if each)
    return " ".join(error.messages) if hasattr(error, "messages") else str(error)
