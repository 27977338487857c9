// TypeScript 7 has no compiler API, so dependency-cruiser 17 reads our files with swc. As it calls swc it
// 1. stops at the first .tsx file, since it never asks for JSX (sverweij/dependency-cruiser#1081, mended in 18, which
//    needs a newer Node), and
// 2. does not tell an import of types from an import of values, and two of our rules hang on that.
// So we stand between the two: .tsx files are read as such, and `import type … from 'x'` is handed on in the form in
// which dependency-cruiser does know types, an annotation `import('x')`, which its rules call `type-import`.
const swc = require('@swc/core');

const parseFileSync = swc.parseFileSync;

swc.parseFileSync = (fileName, options) => {
  const module = parseFileSync(fileName, { ...options, tsx: fileName.endsWith('x') });
  return { ...module, body: withTypesTold(module.body) };
};

const isOfTypesAlone = (node) => node.source != null && (node.typeOnly || allTypes(node));

/** `export { type A, type B } from 'x'`; an import of that form still loads the module (verbatimModuleSyntax). */
const allTypes = (node) =>
  node.type === 'ExportNamedDeclaration' &&
  node.specifiers.length > 0 &&
  node.specifiers.every((specifier) => specifier.isTypeOnly);

function withTypesTold(body) {
  // dependency-cruiser keeps one dependency for each module name: where values are imported too, those count
  const values = new Set(
    body.filter((node) => node.source && !isOfTypesAlone(node)).map((node) => node.source.value),
  );
  return body.flatMap((node) => {
    if (!isOfTypesAlone(node)) return [node];
    return values.has(node.source.value) ? [] : [annotation(node)];
  });
}

/** What swc makes of `let _: import('x');` */
const annotation = ({ span, source }) => ({
  type: 'VariableDeclaration',
  span,
  kind: 'let',
  declare: true,
  declarations: [
    {
      type: 'VariableDeclarator',
      span,
      definite: false,
      init: null,
      id: {
        type: 'Identifier',
        span,
        value: '_',
        optional: false,
        typeAnnotation: {
          type: 'TsTypeAnnotation',
          span,
          typeAnnotation: { type: 'TsImportType', span, argument: source },
        },
      },
    },
  ],
});
