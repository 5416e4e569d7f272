{{/*
A scheduled job: (dict "root" $ "job" "train" "schedule" "0 2 * * *" "models" true "affinity" …). What the service starts is made from
the same template.
*/}}
{{- define "openalpha.cronJob" -}}
{{- $values := index .root.Values .job -}}
apiVersion: batch/v1
kind: CronJob
metadata:
  {{- include "openalpha.metadata" (dict "root" .root "component" .job "suffix" .job) | nindent 2 }}
spec:
  schedule: {{ .schedule | quote }}
  timeZone: {{ $values.timeZone }}
  suspend: {{ $values.suspend }}
  concurrencyPolicy: Forbid
  startingDeadlineSeconds: {{ int64 $values.startingDeadlineSeconds }}
  successfulJobsHistoryLimit: {{ int $values.successfulJobsHistoryLimit }}
  failedJobsHistoryLimit: {{ int $values.failedJobsHistoryLimit }}
  jobTemplate:
    metadata:
      labels:
        {{- include "openalpha.labels" (dict "root" .root "component" .job) | nindent 8 }}
    spec:
      {{- include "openalpha.job" . | nindent 6 }}
{{- end -}}

{{- define "openalpha.job" -}}
{{- $values := index .root.Values .job -}}
{{- $shards := int (default 1 $values.shards) -}}
{{- if gt $shards 1 }}
completionMode: Indexed
completions: {{ $shards }}
parallelism: {{ $shards }}
backoffLimitPerIndex: {{ int $values.backoffLimit }}
{{- else }}
backoffLimit: {{ int $values.backoffLimit }}
{{- end }}
activeDeadlineSeconds: {{ int64 $values.activeDeadlineSeconds }}
ttlSecondsAfterFinished: {{ int64 $values.ttlSecondsAfterFinished }}
podReplacementPolicy: Failed
podFailurePolicy:
  rules:
    # A drained node or a preemption is no failure of the run.
    - action: Ignore
      onPodConditions:
        - type: DisruptionTarget
          status: "True"
    # Another run of the job is at work: the next pod finds the job free, or waits longer.
    - action: Ignore
      onExitCodes:
        containerName: {{ .job }}
        operator: In
        values: [5]
    # What is configured wrongly stays so.
    - action: FailJob
      onExitCodes:
        containerName: {{ .job }}
        operator: In
        values: [2]
template:
  metadata:
    labels:
      {{- include "openalpha.labels" (dict "root" .root "component" .job) | nindent 6 }}
      {{- with $values.podLabels }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
    {{- with $values.podAnnotations }}
    annotations:
      {{- toYaml . | nindent 6 }}
    {{- end }}
  spec:
    {{- include "openalpha.jobPod" (merge (dict "values" $values "shards" $shards) .) | nindent 4 }}
{{- end -}}

{{- define "openalpha.jobPod" -}}
restartPolicy: Never
terminationGracePeriodSeconds: {{ int64 .values.terminationGracePeriodSeconds }}
{{ include "openalpha.pod" (dict "root" .root "account" (include "openalpha.jobsAccount" .root) "token" false) }}
{{- include "openalpha.placement" .values }}
{{- with mergeOverwrite (dict) (default (dict) .affinity) .values.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
containers:
  {{- include "openalpha.container" (dict "root" .root "name" .job "args" (list .job)) | nindent 2 }}
    envFrom:
      - configMapRef:
          name: {{ include "openalpha.fullname" .root }}
    env:
      {{- include "openalpha.environment.job" . | nindent 6 }}
      {{- include "openalpha.environment.database" (dict "root" .root "secret" (include "openalpha.databaseSecret" .root)) | nindent 6 }}
      {{- if .models }}
      {{- include "openalpha.environment.s3" .root | nindent 6 }}
      {{- end }}
      {{- with .values.javaOptions }}
      - name: OPENALPHA_JAVA_OPTS
        value: {{ . | quote }}
      {{- end }}
    resources:
      {{- toYaml .values.resources | nindent 6 }}
    volumeMounts:
      {{- include "openalpha.mounts" . | nindent 6 }}
volumes:
  {{- include "openalpha.volumes" . | nindent 2 }}
{{- end -}}
