package io.openalpha.web.api;

/** How an execution stands, as the job repository has it. */
enum RunStatus {
    STARTING,
    STARTED,
    STOPPING,
    STOPPED,
    FAILED,
    COMPLETED,
    ABANDONED,
    UNKNOWN
}
