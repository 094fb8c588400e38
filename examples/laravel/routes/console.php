<?php

use Illuminate\Support\Facades\Schedule;

// Only warns. Tokens need no schedule: whichever PHP process calls next refreshes them.
Schedule::command('keap:check')->hourly();
