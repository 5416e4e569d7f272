package io.openalpha.admin.api;

/** How an execution stands, as the job repository has it. */
enum RunState {
    STARTING,
    STARTED,
    STOPPING,
    STOPPED,
    FAILED,
    COMPLETED,
    ABANDONED,
    UNKNOWN
}
