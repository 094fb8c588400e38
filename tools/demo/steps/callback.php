<?php
hash_equals($_SESSION['keap_state'], $_GET['state']) || exit('A forged callback');

$status = infusionsoft_authorize($_GET['code'], 'https://shop.example/keap/callback');

echo "$status[kind] grant for $status[application]: $status[state] until ", date('D H:i', $status['expires_at']);
