<?php
// One step of the demo: $_GET comes on stdin, as a web server would have filled it.
$_GET = json_decode(stream_get_contents(STDIN), true);
$_SESSION = ['keap_state' => $_GET['state'] ?? 'd3m0'];

require $argv[1];
