import { graphql } from '../../graphql/document.ts'

export const PushDevicesQuery = graphql(`
  query PushDevices {
    me {
      id
      timeZone
      weekStartsOn
      dateStyle
      timeStyle
    }
    pushSubscriptions {
      id
      endpoint
      device
      isCurrent
      createdAt
    }
  }
`)
