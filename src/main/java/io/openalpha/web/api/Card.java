package io.openalpha.web.api;

import io.openalpha.ml.model.ModelCard;

/** A model card that is Markdown or plain text, as the client accepts. */
record Card(ModelCard card) {}
