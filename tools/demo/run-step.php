<?php
// Runs one step of the demo. $_GET comes as JSON on stdin; in a real application the web server fills it.
$_GET = json_decode(stream_get_contents(STDIN), true);
$_SESSION = ['keap_state' => $_GET['state'] ?? 'd3m0'];

require $argv[1];
