package io.openalpha.admin.api;

import io.openalpha.model.ModelCard;

/** A model card that is Markdown or plain text, as the client likes. */
record Card(ModelCard card) {}
