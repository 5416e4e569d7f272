{{/* Pod Security "restricted", and more. */}}
{{- define "openalpha.podSecurityContext" -}}
runAsNonRoot: true
{{- with .Values.podSecurity.userId }}
runAsUser: {{ int64 . }}
runAsGroup: {{ int64 . }}
fsGroup: {{ int64 . }}
fsGroupChangePolicy: OnRootMismatch
{{- end }}
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "openalpha.containerSecurityContext" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{/* The beginning of every pod: (dict "root" $ "account" NAME "token" false). */}}
{{- define "openalpha.pod" -}}
serviceAccountName: {{ .account }}
automountServiceAccountToken: {{ .token }}
enableServiceLinks: false
securityContext:
  {{- include "openalpha.podSecurityContext" .root | nindent 2 }}
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end -}}

{{/* Where a pod may run, from the values of its section, which may be followed by an affinity that is needed. */}}
{{- define "openalpha.placement" -}}
{{- with .nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- end -}}

{{/* The beginning of every container of OpenAlpha: (dict "root" $ "name" "collect" "args" (list …)). */}}
{{- define "openalpha.container" -}}
- name: {{ .name }}
  image: {{ include "openalpha.image" .root }}
  imagePullPolicy: {{ .root.Values.image.pullPolicy }}
  args: {{ toJson .args }}
  securityContext:
    {{- include "openalpha.containerSecurityContext" .root | nindent 4 }}
  terminationMessagePolicy: FallbackToLogsOnError
{{- end -}}

{{/* What is written to, and the models: (dict "root" $ "models" true "readOnly" false). */}}
{{- define "openalpha.mounts" -}}
- name: tmp
  mountPath: /tmp
{{- if and .models (include "openalpha.modelsClaim" .root) }}
- name: models
  mountPath: /models
  {{- if .readOnly }}
  readOnly: true
  {{- end }}
{{- end }}
{{- with .root.Values.extraVolumeMounts }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "openalpha.volumes" -}}
- name: tmp
  emptyDir:
    sizeLimit: 2Gi
{{- with include "openalpha.modelsClaim" .root }}
{{- if $.models }}
- name: models
  persistentVolumeClaim:
    claimName: {{ . }}
{{- end }}
{{- end }}
{{- with .root.Values.extraVolumes }}
{{ toYaml . }}
{{- end }}
{{- end -}}
