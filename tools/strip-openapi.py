#!/usr/bin/env python3
r"""Reduces an OpenAPI document of the vendor to names, paths, types and limits. The result is an OpenAPI document.

The names that a description documents for a `filter` become `x-filters` of the parameter.

Usage: tools/strip-openapi.py openapi-v2.yml > tools/openapi-v2.json
       tools/strip-openapi.py openapi-v1.json "$V1" > tools/openapi-v1.json

The second argument is a regular expression: only the requests, such as 'get /v1/hooks', that begin with a match are
kept. What v2 has no counterpart for:

  V1='\w+ /v1/(appointments|hooks|contacts/\{contactId\}/(tags|creditCards|utm)|affiliates/\{affiliateId\}/clawbacks)'
  V1="$V1|post /v1/users\$|get /v1/(locales/defaultOptions|products/sync)"
"""
import json
import re
import sys
from urllib.parse import urlparse

import yaml

METHODS = ['get', 'post', 'put', 'patch', 'delete']
FACTS = ['type', 'format', 'enum', 'required', 'maxLength', 'minLength', 'minimum', 'maximum', 'uniqueItems', '$ref']


def schema(given):
    kept = {key: given[key] for key in FACTS if key in given}
    if 'items' in given:
        kept['items'] = schema(given['items'])
    if 'properties' in given:
        kept['properties'] = {name: schema(value) for name, value in given['properties'].items()}
    if isinstance(given.get('additionalProperties'), dict):
        kept['additionalProperties'] = schema(given['additionalProperties'])
    return kept


def content(given):
    return {kind: {'schema': schema(value.get('schema', {}))} for kind, value in given.items()}


def filters(description):
    """The conditions that a filter's description lists: name => type. Custom fields are '*'."""
    found = {name: kind for kind, name in re.findall(r'^ *- \(([^)]+)\) +`?(\w+)\b`?(?! field names)', description, re.M)}
    found.update(re.findall(r'^- `(\w+)` \(([^)]+)\):', description, re.M))
    for name in found:
        if re.search(rf'`{name}`.*comma-separated|filter={name}%3D%3D[\w@.%]*(,|%2C)\w', description):
            found[name] = f'List[{found[name]}]' if '[' not in found[name] else found[name]
    if re.search('custom field', description, re.I):
        found['*'] = 'Custom'
    return found


def parameter(given):
    kept = {key: given[key] for key in ['name', 'in', 'required', 'style', 'explode'] if key in given}
    listed = filters(given.get('description', '')) if given['name'] == 'filter' else {}
    return {**kept, 'schema': schema(given.get('schema', {})), **({'x-filters': listed} if listed else {})}


def reply(given):
    return {'description': '', **({'content': content(given['content'])} if 'content' in given else {})}


def operation(given):
    kept = {'operationId': given['operationId'], 'tags': given.get('tags', [])}
    if given.get('deprecated'):
        kept['deprecated'] = True
    if 'parameters' in given:
        kept['parameters'] = [parameter(entry) for entry in given['parameters']]
    if 'requestBody' in given:
        body = given['requestBody']
        kept['requestBody'] = {'required': body.get('required', False), 'content': content(body['content'])}
    kept['responses'] = {code: reply(entry) for code, entry in given['responses'].items() if code.startswith('2')}
    return kept


def lines(table):
    """The members of a JSON object, one per line, so that a diff shows what the vendor changed."""
    return ',\n'.join(f'{json.dumps(key)}: {json.dumps(value, separators=(",", ":"))}' for key, value in table.items())


def prefix(given):
    """The part of the server's URL between /crm, where infusionsoft.base_url ends, and the paths."""
    return urlparse(given['servers'][0]['url']).path.removeprefix('/crm')


def used(parts, schemas):
    """The schemas that the parts refer to, directly or through other schemas."""
    names, found = set(), set(re.findall(r'"#/components/schemas/(\w+)"', json.dumps(parts)))
    while names != found:
        names = found
        found = names | set(re.findall(r'"#/components/schemas/(\w+)"', json.dumps([schemas[name] for name in names])))
    return {name: schemas[name] for name in sorted(names)}


def main(source, begins=''):
    with open(source) as file:
        given = yaml.load(file, Loader=yaml.CSafeLoader)
    paths = {}
    for path, item in given['paths'].items():
        kept = [method for method in METHODS if method in item and re.match(begins, f'{method} {path}')]
        if kept:
            paths[prefix(given) + path] = {method: operation(item[method]) for method in kept}
    schemas = used(paths, {name: schema(value) for name, value in given['components']['schemas'].items()})
    head = {'openapi': given['openapi'], 'info': {'title': 'Keap', 'version': str(given['info']['version'])}}
    print(f'{{{json.dumps(head)[1:-1]},\n"paths": {{\n{lines(paths)}\n}},\n"components": {{"schemas": {{\n{lines(schemas)}\n}}}}}}')


main(*sys.argv[1:])
