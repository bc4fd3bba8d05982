import type { CodegenConfig } from '@graphql-codegen/cli'

/**
 * The web's types and documents, made from the printed schema. The schema's own printing comes
 * first in `npm run codegen`; this file only reads it.
 */
const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: ['web/src/**/*.{ts,tsx}', '!web/src/gql/**', '!**/*.test.*'],
  // A web without operations would be a mistake, never a state to generate for.
  ignoreNoDocuments: false,
  generates: {
    'web/src/gql/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: { unmaskFunctionName: 'getFragmentData' },
        skipIndexFile: true,
      },
      config: {
        // The server runs by type stripping and so does every test: no enums at run time.
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        // What travels is JSON; dates stay the texts that the API's description promises.
        scalars: {
          ID: 'string',
          Date: 'string',
          DateOrDuration: 'string',
          DateTime: 'string',
          DateTimeOrDuration: 'string',
          JSON: 'unknown',
          SyncCursor: 'string',
        },
      },
    },
  },
}

export default config
