--TEST--
A file is uploaded from a CURLFile, a CURLStringFile or an SplFileInfo, also of a derived class
--EXTENSIONS--
curl
--FILE--
<?php
class Picture extends CURLFile
{
}
class Upload extends SplFileInfo
{
    public function getPathname(): string
    {
        return $this->getPath() . '/real.txt';
    }
}
class Thrower extends SplFileInfo
{
    public function getPathname(): string
    {
        throw new DomainException('no path today');
    }
}
$folder = sys_get_temp_dir() . '/upload' . getmypid();
mkdir($folder);
file_put_contents("$folder/a.txt", 'from disk');
file_put_contents("$folder/real.txt", 'from the method');
touch("$folder/empty.txt");
infusionsoft_fake(['createFile' => function (array $request) {
    preg_match('~filename=.*?(?=\r\n--)~s', is_array($request['body']) ? json_encode($request['body']) : (string) $request['body'], $m);
    return ['part' => $m[0] ?? $request['body']];
}]);
$facts = ['file_name' => 'a.txt', 'file_association' => 'COMPANY'];
foreach ([
    'path' => "$folder/a.txt",
    'CURLFile' => new CURLFile("$folder/a.txt", 'text/plain', 'b.txt'),
    'derived CURLFile' => new Picture("$folder/a.txt", 'text/plain'),
    'CURLStringFile' => new CURLStringFile("in\0memory", 'c.txt', 'text/csv'),
    'SplFileInfo' => new SplFileInfo("$folder/a.txt"),
    'SplFileObject' => new SplFileObject("$folder/a.txt"),
    'derived SplFileInfo' => new Upload("$folder/a.txt"),
    'empty file' => "$folder/empty.txt",
    'empty SplFileInfo' => new SplFileInfo("$folder/empty.txt"),
    'empty CURLFile' => new CURLFile("$folder/empty.txt"),
    'empty CURLStringFile' => new CURLStringFile('', 'd.txt'),
    'folder' => $folder,
    'folder as object' => new SplFileInfo($folder),
    'nothing on disk' => new SplFileInfo("$folder/none"),
    'unreadable' => '/proc/self/mem',
    'empty path' => '',
    'empty path as object' => new SplFileInfo(''),
    'empty path as CURLFile' => new CURLFile(''),
    'temporary' => new SplTempFileObject(),
    'that throws' => new Thrower("$folder/a.txt"),
    'another object' => new ArrayObject(),
    'closure' => fn () => 1,
    'name with a quote' => new CURLStringFile('x', 'a"b'),
    'resource' => fopen("$folder/a.txt", 'r'),
] as $name => $file) {
    try {
        $part = infusionsoft_call('createFile', ['file' => $file] + $facts)['part'];
        echo "$name: ", json_encode($part, JSON_UNESCAPED_SLASHES), "\n";
    } catch (Throwable $error) {
        echo "$name: ", get_class($error), ': ', str_replace($folder, '', $error->getMessage()), "\n";
    }
}
array_map(unlink(...), glob("$folder/*"));
rmdir($folder);
?>
--EXPECT--
path: "filename=\"a.txt\"\r\nContent-Type: application/octet-stream\r\n\r\nfrom disk"
CURLFile: "filename=\"b.txt\"\r\nContent-Type: text/plain\r\n\r\nfrom disk"
derived CURLFile: "filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\nfrom disk"
CURLStringFile: "filename=\"c.txt\"\r\nContent-Type: text/csv\r\n\r\nin\u0000memory"
SplFileInfo: "filename=\"a.txt\"\r\nContent-Type: application/octet-stream\r\n\r\nfrom disk"
SplFileObject: "filename=\"a.txt\"\r\nContent-Type: application/octet-stream\r\n\r\nfrom disk"
derived SplFileInfo: "filename=\"real.txt\"\r\nContent-Type: application/octet-stream\r\n\r\nfrom the method"
empty file: "filename=\"empty.txt\"\r\nContent-Type: application/octet-stream\r\n\r\n"
empty SplFileInfo: "filename=\"empty.txt\"\r\nContent-Type: application/octet-stream\r\n\r\n"
empty CURLFile: "filename=\"empty.txt\"\r\nContent-Type: application/octet-stream\r\n\r\n"
empty CURLStringFile: "filename=\"d.txt\"\r\nContent-Type: application/octet-stream\r\n\r\n"
folder: ValueError: infusionsoft_call(): Argument #2 ($parameters) file cannot be read: ""
folder as object: ValueError: infusionsoft_call(): Argument #2 ($parameters) file cannot be read: ""
nothing on disk: ValueError: infusionsoft_call(): Argument #2 ($parameters) file cannot be read: "/none"
unreadable: ValueError: infusionsoft_call(): Argument #2 ($parameters) file cannot be read: "/proc/self/mem"
empty path: ValueError: infusionsoft_call(): Argument #2 ($parameters) file must be the path of a file: it is empty
empty path as object: ValueError: infusionsoft_call(): Argument #2 ($parameters) file must be the path of a file: it is empty
empty path as CURLFile: ValueError: infusionsoft_call(): Argument #2 ($parameters) file must be the path of a file: it is empty
temporary: ValueError: infusionsoft_call(): Argument #2 ($parameters) file must be the path of a file, a CURLFile, a CURLStringFile or an SplFileInfo of a file on disk, SplTempFileObject given
that throws: DomainException: no path today
another object: ValueError: infusionsoft_call(): Argument #2 ($parameters) file must be the path of a file, a CURLFile, a CURLStringFile or an SplFileInfo of a file on disk, ArrayObject given
closure: ValueError: infusionsoft_call(): Argument #2 ($parameters) file must be the path of a file, a CURLFile, a CURLStringFile or an SplFileInfo of a file on disk, Closure given
name with a quote: ValueError: infusionsoft_call(): Argument #2 ($parameters) file must have a name and a type without quotes and line breaks
resource: ValueError: infusionsoft_call(): Argument #2 ($parameters) file must be the path of a file, a CURLFile, a CURLStringFile or an SplFileInfo of a file on disk, resource given
