{{/* Settings as environment variables that all pods have, as YAML. */}}
{{- define "openalpha.settings" -}}
{{- $settings := dict
      "LOGGING_STRUCTURED_FORMAT_CONSOLE" (ternary "" .Values.logging.format (eq .Values.logging.format "plain"))
      "PREFERRED_DATA_SOURCE" .Values.sources.preferred
      "OPENALPHA_SOURCE_YAHOO_RATE" (include "openalpha.text" .Values.sources.yahoo.rate)
      "OPENALPHA_SOURCE_YAHOO_USER_AGENT" .Values.sources.yahoo.userAgent
      "OPENALPHA_SOURCE_ALPHAVANTAGE_CALLS_PER_MINUTE" (include "openalpha.text" .Values.sources.alphaVantage.callsPerMinute)
      "OPENALPHA_SOURCE_ALPHAVANTAGE_CALLS_PER_DAY" (include "openalpha.text" .Values.sources.alphaVantage.callsPerDay) }}
{{- with .Values.models.s3 }}
{{- if .bucket }}
{{- $_ := merge $settings (dict
      "OPENALPHA_MODEL_S3_BUCKET" .bucket
      "OPENALPHA_MODEL_S3_PREFIX" .prefix
      "OPENALPHA_MODEL_S3_ENDPOINT" .endpoint
      "OPENALPHA_MODEL_S3_REGION" .region
      "OPENALPHA_MODEL_S3_PATH_STYLE" (toString .pathStyle)
      "OPENALPHA_MODEL_S3_ENCRYPTION" .encryption
      "OPENALPHA_MODEL_S3_KMS_KEY_ID" .kmsKeyId) }}
{{- else }}
{{- $_ := set $settings "OPENALPHA_MODEL_FOLDER" "/models" }}
{{- end }}
{{- end }}
{{- with .Values.metrics.otlp }}
{{- if .enabled }}
{{- $_ := set $settings "MANAGEMENT_OTLP_METRICS_EXPORT_ENABLED" "true" }}
{{- $_ := set $settings "MANAGEMENT_OTLP_METRICS_EXPORT_URL" .url }}
{{- end }}
{{- end }}
{{- with .Values.traces.endpoint }}
{{- $_ := set $settings "OTEL_EXPORTER_OTLP_ENDPOINT" . }}
{{- end }}
{{- range $name, $value := .Values.config }}
{{- $_ := set $settings (include "openalpha.variable" $name) (include "openalpha.text" $value) }}
{{- end }}
{{- range $name, $value := .Values.env }}
{{- $_ := set $settings $name (include "openalpha.text" $value) }}
{{- end }}
{{- range $name, $value := $settings }}
{{- if ne $value "" }}
{{ $name }}: {{ $value | quote }}
{{- end }}
{{- end }}
{{- end -}}

{{/* A value as text; whole numbers without an exponent. */}}
{{- define "openalpha.text" -}}
{{- if and (kindIs "float64" .) (eq (floor .) .) -}}{{ int64 . }}{{- else -}}{{ toString . }}{{- end -}}
{{- end -}}
