<?php
// One request of a visitor, served by PHP-FPM.
require __DIR__ . '/keap.php';
client(preg_replace('/[^\w-]/', '', $_GET['client']))();
echo 'ok';
