/* Linked after the test; see statics_begin.c. */
char processes_data_end[16] = {1};
char processes_bss_end[16];
