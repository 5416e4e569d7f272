{{/* What no schema can say. Each complaint says what to do. */}}
{{- define "openalpha.validate" -}}
{{- $database := .Values.database -}}
{{- if and .Values.postgresql.enabled (or $database.url $database.existingSecret $database.password) -}}
{{- fail "database.* and postgresql.enabled=true exclude each other: set postgresql.enabled=false to use the database of your own" -}}
{{- end -}}
{{- if not (or .Values.postgresql.enabled $database.url (and $database.existingSecret $database.secretKeys.url)) -}}
{{- fail "there is no database: set database.url, or database.existingSecret with database.secretKeys.url, or postgresql.enabled=true for trying out" -}}
{{- end -}}
{{- if regexMatch "(?i)[?&](user|password)=" $database.url -}}
{{- fail "database.url contains a user or a password: they belong into database.existingSecret" -}}
{{- end -}}
{{- if and $database.password (not $database.username) -}}
{{- fail "database.password needs database.username" -}}
{{- end -}}
{{- with .Values.models.s3 -}}
{{- if ne (empty .accessKeyId) (empty .secretAccessKey) -}}
{{- fail "models.s3.accessKeyId and models.s3.secretAccessKey are needed together" -}}
{{- end -}}
{{- if and (not .bucket) (or .existingSecret .accessKeyId .endpoint) -}}
{{- fail "models.s3.bucket is not set, though other settings of models.s3 are" -}}
{{- end -}}
{{- end -}}
{{- $several := or (gt (int .Values.serve.replicas) 1) .Values.serve.autoscaling.enabled -}}
{{- if and .Values.serve.enabled $several (include "openalpha.modelsOnOneNode" .) -}}
{{- fail "several pods of serve cannot share a ReadWriteOnce volume: set models.s3.bucket, or models.persistence.accessMode=ReadWriteMany" -}}
{{- end -}}
{{- with .Values.serve.autoscaling -}}
{{- if and .enabled (lt (int .maxReplicas) (int .minReplicas)) -}}
{{- fail (printf "serve.autoscaling.maxReplicas is %d, less than minReplicas, %d" (int .maxReplicas) (int .minReplicas)) -}}
{{- end -}}
{{- end -}}
{{- if and .Values.ingress.enabled (not .Values.ingress.hosts) -}}
{{- fail "ingress.enabled=true needs ingress.hosts" -}}
{{- end -}}
{{- if and .Values.httpRoute.enabled (not .Values.httpRoute.parentRefs) -}}
{{- fail "httpRoute.enabled=true needs httpRoute.parentRefs, the Gateways it belongs to" -}}
{{- end -}}
{{- with .Values.metrics -}}
{{- if and .serviceMonitor.enabled .podMonitor.enabled -}}
{{- fail "metrics.serviceMonitor and metrics.podMonitor scrape the same pods: enable one of them" -}}
{{- end -}}
{{- if and .otlp.enabled (not .otlp.url) -}}
{{- fail "metrics.otlp.enabled=true needs metrics.otlp.url" -}}
{{- end -}}
{{- if and .pushGateway.enabled (not .pushGateway.address) -}}
{{- fail "metrics.pushGateway.enabled=true needs metrics.pushGateway.address" -}}
{{- end -}}
{{- if hasKey $.Values.auth.users .basicAuth.username -}}
{{- fail (printf "auth.users.%s is the user who reads metrics: choose another metrics.basicAuth.username" .basicAuth.username) -}}
{{- end -}}
{{- end -}}
{{- end -}}
