import { teams } from './company';

const names = Object.entries(teams);

/**
 * Who owns what in the sample organisation: the platform team's gateway and search index serve everybody, so that the others carry them. What old
 * workloads without tags cost stays unallocated, to be looked at.
 */
export const allocationYaml = `
dimensions:
  - key: team
    title: Team
    rules:
      - name: The gateway serves every team
        when: [{field: "tag:team", op: equals, values: [platform]}]
        value: Shared platform
      - name: As tagged
        from: x_Team
  - key: product
    title: Product
    rules:
      - from: "tag:app"
        map: {tutor-chat: Tutor, lesson-writer: Lesson writer, course-search: Course search, help-desk: Help desk, model-gateway: Gateway, learning-lab: Lab}
  - key: cost-centre
    title: Cost centre
    rules:
${names.map(([team, { costCenter }]) => `      - {when: [{field: "x_Team", op: equals, values: [${team}]}], value: ${costCenter}}`).join('\n')}
synonyms: {team: [squad, owner]}
pools:
  - {name: Shared platform, dimension: team, value: Shared platform, method: proportional, driver: cost}
tree:
  - {name: Learning, kind: department}
  - {name: Customers, kind: department}
  - {name: Technology, kind: department}
  - {name: tutoring, parent: Learning}
  - {name: content, parent: Learning}
  - {name: search, parent: Customers}
  - {name: support, parent: Customers}
  - {name: research, parent: Technology}
  - {name: Shared platform, parent: Technology}
`;
