<?php
// The page that PHP-FPM serves to a visitor: runs the client named in the query once.
require __DIR__ . '/keap.php';
client(preg_replace('/[^\w-]/', '', $_GET['client']))();
echo 'ok';
