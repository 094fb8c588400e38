--TEST--
A repeated event is left out if the request that received it ended well, and given again if it did not; nothing is lost, whatever the receiver does
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/hooks.inc';

$keap->authorize();
$site = hook_server($keap);
infusionsoft_hooks_sync(['contact.add' => "$site/hooks", 'contactGroup.applied' => "$site/hooks"]);
$ago = fn (int $seconds): string => gmdate('Y-m-d\TH:i:s\Z', time() - $seconds);
$show = fn (string $what, array $tries) => print(str_pad($what, 44) . json_encode($tries) . ' ' . taken($keap) . "\n");
$at = $ago(60);

$show('Two events', $keap->happen('contact.add', [5, 6], ['at' => $at]));
$show('... repeated', $keap->happen('contact.add', [5, 6], ['at' => $at]));
$show('... repeated beside a new one', $keap->happen('contact.add', [6, 7], ['at' => $at]));
$show('A later change of the same object', $keap->happen('contact.add', [5], ['at' => $ago(30)]));
answer_with(302);
$show('A redirect is a good answer', $keap->happen('contact.add', [8], ['at' => $at]));
$show('... repeated', $keap->happen('contact.add', [8], ['at' => $at]));
answer_with(500);
$show('Four bad answers: it comes four times', $keap->happen('contact.add', [9], ['at' => $at]));
answer_with(200);
infusionsoft_hooks_sync(['contact.add' => "$site/hooks", 'contactGroup.applied' => "$site/hooks"]);
$show('... and again when the hook is revived', $keap->happen('contact.add', [9], ['at' => $at]));
$show('... repeated', $keap->happen('contact.add', [9], ['at' => $at]));
$ahead = gmdate('Y-m-d\TH:i:s\Z', time() + 3600);
$show('An event of this very moment', $keap->happen('contact.add', [10], ['at' => $ahead]));
$show('... of the same second', $keap->happen('contact.add', [10], ['at' => $ahead]));
$show('A tag for one contact', $keap->happen('contactGroup.applied', [91], ['at' => $at, 'details' => ['contact_details' => [['id' => 5]]]]));
$show('... for another, in the same second', $keap->happen('contactGroup.applied', [91], ['at' => $at, 'details' => ['contact_details' => [['id' => 6]]]]));
$show('... repeated', $keap->happen('contactGroup.applied', [91], ['at' => $at, 'details' => ['contact_details' => [['id' => 5]]]]));

$many = $keap->happen('contact.add', range(1001, 3500), ['at' => $at]);
echo json_encode($many), ' ', count(explode(',', taken($keap))), " of 2500 events\n";
$keap->happen('contact.add', range(1001, 3500), ['at' => $at]);
echo taken($keap), " of them again\n";
printf("%o %s\n", fileperms("{$keap->storePath()}/hook-events") & 07777, filesize("{$keap->storePath()}/hook-events") <= 524288 ? 'at most 512 KiB' : filesize("{$keap->storePath()}/hook-events"));

// What is in the file may be anything.
file_put_contents("{$keap->storePath()}/hook-events", random_bytes(524288));
$show('A damaged file loses nothing', $keap->happen('contact.add', [5, 6], ['at' => $at]));
file_put_contents("{$keap->storePath()}/hook-events", '');
$show('... nor an empty one', $keap->happen('contact.add', [5, 6], ['at' => $at]));
unlink("{$keap->storePath()}/hook-events");
mkdir("{$keap->storePath()}/hook-events");
$show('... nor a folder in its place', $keap->happen('contact.add', [5, 6], ['at' => $at]));
rmdir("{$keap->storePath()}/hook-events");
?>
--EXPECT--
Two events                                  [[200]] contact.add 5,contact.add 6
... repeated                                [[200]] nothing
... repeated beside a new one               [[200]] contact.add 7
A later change of the same object           [[200]] contact.add 5
A redirect is a good answer                 [[302]] contact.add 8
... repeated                                [[302]] nothing
Four bad answers: it comes four times       [[500,500,500,500]] contact.add 9,contact.add 9,contact.add 9,contact.add 9
... and again when the hook is revived      [[200]] contact.add 9
... repeated                                [[200]] nothing
An event of this very moment                [[200]] contact.add 10
... of the same second                      [[200]] contact.add 10
A tag for one contact                       [[200]] contactGroup.applied 91
... for another, in the same second         [[200]] contactGroup.applied 91
... repeated                                [[200]] nothing
[[200],[200],[200]] 2500 of 2500 events
nothing of them again
600 at most 512 KiB
A damaged file loses nothing                [[200]] contact.add 5,contact.add 6
... nor an empty one                        [[200]] contact.add 5,contact.add 6
... nor a folder in its place               [[200]] contact.add 5,contact.add 6
