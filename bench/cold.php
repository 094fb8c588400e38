<?php
// cold.php CLIENT: one pair of calls in a new process.
require __DIR__ . '/keap.php';

client($argv[1])();
