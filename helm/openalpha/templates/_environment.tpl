{{/* Where the database is and who asks: (dict "root" $ "secret" NAME). */}}
{{- define "openalpha.environment.database" -}}
{{- $database := .root.Values.database -}}
{{- $keys := $database.secretKeys -}}
- name: SPRING_DATASOURCE_URL
{{- if .root.Values.postgresql.enabled }}
  value: jdbc:postgresql://{{ include "openalpha.fullname" .root }}-postgresql:5432/openalpha
{{- else if and $database.existingSecret $keys.url }}
  {{- include "openalpha.environment.secret" (list .secret $keys.url) | nindent 2 }}
{{- else }}
  value: {{ $database.url | quote }}
{{- end }}
{{- if .secret }}
- name: SPRING_DATASOURCE_USERNAME
  {{- include "openalpha.environment.secret" (list .secret (ternary $keys.username "username" (ne $database.existingSecret ""))) | nindent 2 }}
- name: SPRING_DATASOURCE_PASSWORD
  {{- include "openalpha.environment.secret" (list .secret (ternary $keys.password "password" (ne $database.existingSecret ""))) | nindent 2 }}
{{- else if $database.username }}
- name: SPRING_DATASOURCE_USERNAME
  value: {{ $database.username | quote }}
{{- end }}
{{- end -}}

{{/* The value of a key of a Secret: (list NAME KEY). */}}
{{- define "openalpha.environment.secret" -}}
valueFrom:
  secretKeyRef:
    name: {{ index . 0 }}
    key: {{ index . 1 }}
{{- end -}}

{{- define "openalpha.environment.s3" -}}
{{- with include "openalpha.s3Secret" . }}
{{- $keys := $.Values.models.s3.secretKeys -}}
{{- $own := empty $.Values.models.s3.existingSecret }}
- name: AWS_ACCESS_KEY_ID
  {{- include "openalpha.environment.secret" (list . (ternary "access-key-id" $keys.accessKeyId $own)) | nindent 2 }}
- name: AWS_SECRET_ACCESS_KEY
  {{- include "openalpha.environment.secret" (list . (ternary "secret-access-key" $keys.secretAccessKey $own)) | nindent 2 }}
{{- end }}
{{- end -}}

{{/* What only pods of jobs are told: (dict "root" $ "values" .Values.collect "shards" 1). */}}
{{- define "openalpha.environment.job" -}}
- name: OPENALPHA_RUN_ID
  valueFrom:
    fieldRef:
      fieldPath: metadata.labels['batch.kubernetes.io/job-name']
- name: OPENALPHA_RUN_WAIT
  value: {{ .values.wait | quote }}
{{- if gt (int .shards) 1 }}
- name: OPENALPHA_SHARD_COUNT
  value: {{ .shards | quote }}
- name: OPENALPHA_SHARD_INDEX
  valueFrom:
    fieldRef:
      fieldPath: metadata.annotations['batch.kubernetes.io/job-completion-index']
{{- end }}
{{- with include "openalpha.alphaVantageSecret" .root }}
{{- $given := $.root.Values.sources.alphaVantage }}
- name: ALPHA_VANTAGE_API_KEY
  {{- include "openalpha.environment.secret" (list . (ternary $given.secretKey "api-key" (ne $given.existingSecret ""))) | nindent 2 }}
{{- end }}
{{- with .root.Values.metrics.pushGateway }}
{{- if .enabled }}
- name: MANAGEMENT_PROMETHEUS_METRICS_EXPORT_PUSHGATEWAY_ENABLED
  value: "true"
- name: MANAGEMENT_PROMETHEUS_METRICS_EXPORT_PUSHGATEWAY_ADDRESS
  value: {{ .address | quote }}
{{- end }}
{{- end }}
{{- end -}}

{{/* What only the service is told. */}}
{{- define "openalpha.environment.serve" -}}
- name: SERVER_ADDRESS
  value: 0.0.0.0
- name: SERVER_FORWARD_HEADERS_STRATEGY
  value: {{ default (ternary "native" "none" (or .Values.ingress.enabled .Values.httpRoute.enabled)) .Values.serve.forwardHeaders }}
- name: OPENALPHA_ADMIN_CRON_JOB_PREFIX
  value: {{ include "openalpha.fullname" . }}-
- name: OPENALPHA_ADMIN_TRAINING_INTERVAL
  value: {{ .Values.serve.trainingInterval | quote }}
{{- with .Values.auth.oidc }}
{{- if .issuer }}
- name: OPENALPHA_ADMIN_OIDC_ISSUER
  value: {{ .issuer | quote }}
- name: OPENALPHA_ADMIN_OIDC_AUDIENCE
  value: {{ .audience | quote }}
- name: OPENALPHA_ADMIN_OIDC_ROLES_CLAIM
  value: {{ .rolesClaim | quote }}
{{- end }}
{{- end }}
{{- if include "openalpha.madeUpAdmin" . }}
- name: OPENALPHA_ADMIN_USERS_ADMIN_PASSWORD
  {{- include "openalpha.environment.secret" (list (printf "%s-admin" (include "openalpha.fullname" .)) "password-hash") | nindent 2 }}
- name: OPENALPHA_ADMIN_USERS_ADMIN_ROLE
  value: admin
{{- end }}
{{- if and (include "openalpha.scraped" .) (not .Values.metrics.basicAuth.existingSecret) }}
- name: OPENALPHA_ADMIN_USERS_{{ upper .Values.metrics.basicAuth.username }}_PASSWORD
  {{- include "openalpha.environment.secret" (list (include "openalpha.metricsSecret" .) "password-hash") | nindent 2 }}
{{- end }}
{{- end -}}

{{/* The name of a property as that of an environment variable. */}}
{{- define "openalpha.variable" -}}
{{- . | upper | replace "." "_" | replace "-" "_" -}}
{{- end -}}
