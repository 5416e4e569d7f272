{{/* What all names begin with. At most 32 characters, so that those of Jobs, and of the pods of an Indexed Job, stay legal. */}}
{{- define "openalpha.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 32 | trimSuffix "-" -}}
{{- else -}}
{{- $name := default .Chart.Name .Values.nameOverride -}}
{{- if contains $name .Release.Name -}}
{{- .Release.Name | trunc 32 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 32 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* A name for an object of the whole cluster, which another release of that name in another namespace does not have. */}}
{{- define "openalpha.clusterName" -}}
{{- printf "%s-%s" (include "openalpha.fullname" .) (sha256sum .Release.Namespace | trunc 8) -}}
{{- end -}}

{{- define "openalpha.jobsAccount" -}}
{{- default (printf "%s-jobs" (include "openalpha.fullname" .)) .Values.serviceAccounts.jobs.existing -}}
{{- end -}}

{{- define "openalpha.serveAccount" -}}
{{- default (printf "%s-serve" (include "openalpha.fullname" .)) .Values.serviceAccounts.serve.existing -}}
{{- end -}}

{{- define "openalpha.image" -}}
{{- with .Values.image -}}
{{- if .digest -}}
{{- printf "%s@%s" .repository .digest -}}
{{- else -}}
{{- printf "%s:%s" .repository (default $.Chart.AppVersion .tag) -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- define "openalpha.databaseSecret" -}}
{{- if .Values.database.existingSecret -}}
{{- .Values.database.existingSecret -}}
{{- else if .Values.postgresql.enabled -}}
{{- include "openalpha.fullname" . }}-postgresql
{{- else if .Values.database.password -}}
{{- include "openalpha.fullname" . }}-database
{{- end -}}
{{- end -}}

{{- define "openalpha.alphaVantageSecret" -}}
{{- with .Values.sources.alphaVantage -}}
{{- if .existingSecret -}}
{{- .existingSecret -}}
{{- else if .apiKey -}}
{{- include "openalpha.fullname" $ }}-alpha-vantage
{{- end -}}
{{- end -}}
{{- end -}}

{{- define "openalpha.s3Secret" -}}
{{- with .Values.models.s3 -}}
{{- if .existingSecret -}}
{{- .existingSecret -}}
{{- else if .accessKeyId -}}
{{- include "openalpha.fullname" $ }}-s3
{{- end -}}
{{- end -}}
{{- end -}}

{{- define "openalpha.metricsSecret" -}}
{{- default (printf "%s-metrics" (include "openalpha.fullname" .)) .Values.metrics.basicAuth.existingSecret -}}
{{- end -}}

{{/* Not empty if Prometheus is to scrape. */}}
{{- define "openalpha.scraped" -}}
{{- if or .Values.metrics.serviceMonitor.enabled .Values.metrics.podMonitor.enabled -}}yes{{- end -}}
{{- end -}}

{{/* Not empty if an administrator is to be made up. */}}
{{- define "openalpha.madeUpAdmin" -}}
{{- with .Values.auth -}}
{{- if and .generateAdmin $.Values.serve.enabled (not .users) (not .existingSecret) (not .oidc.issuer) -}}yes{{- end -}}
{{- end -}}
{{- end -}}

{{/* The claim of the volume for models; empty if they are in a bucket. */}}
{{- define "openalpha.modelsClaim" -}}
{{- if not .Values.models.s3.bucket -}}
{{- default (printf "%s-models" (include "openalpha.fullname" .)) .Values.models.persistence.existingClaim -}}
{{- end -}}
{{- end -}}

{{/* Not empty if that volume can be mounted on one node only. */}}
{{- define "openalpha.modelsOnOneNode" -}}
{{- if and (include "openalpha.modelsClaim" .) (eq .Values.models.persistence.accessMode "ReadWriteOnce") -}}yes{{- end -}}
{{- end -}}
