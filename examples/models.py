"""List the models, and what each of them can do."""

from __future__ import annotations

from claude_client import Client, NotFoundError

with Client() as client:
    # Newest first.
    for model in client.models.list():
        limits = f"{model.max_input_tokens or 0:,} tokens in, {model.max_tokens or 0:,} out"
        print(f"{model.id:28} {model.display_name:22} {model.created_at:%Y-%m-%d}  {limits}")

    # Fields say what a model takes, so that a program need not know it by its name.
    model = client.models.retrieve("claude-opus-5")
    abilities = model.capabilities
    if abilities is not None:
        print(f"{model.display_name} takes images: {abilities.image_input.supported}")
        print(f"{model.display_name} thinks: {abilities.thinking.supported}")
        print(f"{model.display_name} takes an effort: {abilities.effort.supported}")

    try:
        client.models.retrieve("claude-of-tomorrow")
    except NotFoundError as error:
        print(error.message)
