<?php

use App\Keap\Import;
use Illuminate\Support\Facades\Schedule;

// This only warns. Tokens need no schedule: the next PHP process that calls Keap refreshes them.
Schedule::command('keap:check --call')->hourly();

// Uploaded files and failed rows are personal data.
Schedule::call(Import::prune(...))->daily();
