{{/* Labels of an object: (dict "root" $ "component" "serve"). */}}
{{- define "openalpha.labels" -}}
{{ include "openalpha.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
app.kubernetes.io/part-of: openalpha
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- with .root.Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* Labels by which pods are found; they never change. */}}
{{- define "openalpha.selector" -}}
{{ include "openalpha.release" .root }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{- define "openalpha.release" -}}
app.kubernetes.io/name: {{ default .Chart.Name .Values.nameOverride }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{/* Metadata of an object: (dict "root" $ "component" "serve" "suffix" "serve" "annotations" …). */}}
{{- define "openalpha.metadata" -}}
name: {{ include "openalpha.fullname" .root }}{{ with .suffix }}-{{ . }}{{ end }}
namespace: {{ .root.Release.Namespace }}
labels:
  {{- include "openalpha.labels" . | nindent 2 }}
  {{- with .labels }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- with .annotations }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}
